/** Whose announcements change what is shown of a person's data. */
export const TOPICS = ['privacy', 'persons', 'boards', 'organisations', 'tasks'] as const;
export const EVERY_TOPIC = [...TOPICS, 'meetings', 'workspace'] as const;
