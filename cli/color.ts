import pc from 'picocolors';

/** Whether standard output shows colour: a terminal, and nobody asked for plain text (`NO_COLOR`). */
export const color = process.stdout.isTTY && pc.isColorSupported;
