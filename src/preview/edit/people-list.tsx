import type { PlanView } from '../model.js'

/** The id of the list of people that fields offer; one on a page. */
export const peopleList = 'people-of-the-plan'

export function PeopleList({ people }: Pick<PlanView, 'people'>) {
  return (
    <datalist id={peopleList}>
      {people.map(({ name, title }) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
    </datalist>
  )
}
