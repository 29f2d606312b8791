// Plays every scenario: node run.mjs FOLDER-WITH-PAGES [WORD]

import './keys.mjs';
import './saving.mjs';
import './together.mjs';
import './views.mjs';
import './reach.mjs';
import { play } from './harness.mjs';

process.exitCode = (await play(process.argv[2], process.argv[3])) ? 1 : 0;
