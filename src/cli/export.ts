export async function exportPlan(_plan: string, _options: { readonly format: string }): Promise<void> {}
