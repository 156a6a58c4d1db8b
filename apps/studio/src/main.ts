import { StudioPage } from './page/studio-page';

void new StudioPage().open();
