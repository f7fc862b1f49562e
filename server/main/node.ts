/** Entry point of the language server that an editor starts as a process. */
import { serve } from './serve.ts';

serve();
