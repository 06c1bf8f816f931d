export function hasDisplay(env?: Record<string, string | undefined>, platform?: NodeJS.Platform): boolean;
