import { samplePerson, type SamplePerson } from '@cyclorama/testing/browser';
import { PaintedSource } from './painted-source';
import { pixelsOf, type Pixels } from './pictures';

/** The sample person, standing still, and where exactly they are. */
export class PersonSource extends PaintedSource {
  private constructor(
    private readonly person: SamplePerson,
    private readonly size: { readonly width: number; readonly height: number },
  ) {
    const { width, height } = size;
    super((context) => context.drawImage(person.picture, 0, 0, width, height), width, height);
  }

  static async open(width: number, height: number): Promise<PersonSource> {
    return new PersonSource(await samplePerson(), { width, height });
  }

  /** White where the person is, black where the room is. */
  matte(): Pixels {
    const { width, height } = this.size;
    return pixelsOf(width, height, (context) =>
      context.drawImage(this.person.matte, 0, 0, width, height),
    );
  }
}
