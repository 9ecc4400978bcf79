package academy.artisan.lms.media.inspection;

import java.io.IOException;
import java.nio.file.Path;

import academy.artisan.lms.course.FileLibrary.FileType;
import academy.artisan.lms.media.inspection.Finding.Unfit;

/** Looks at one file. It is a program of its own, because what a hostile file does to memory and time ends with it. */
final class Inspection {

    private Inspection() {}

    /** Prints what it found of the file: arguments are what the file should be, and where it is. */
    public static void main(String[] arguments) {
        System.out.println(
                find(FileType.valueOf(arguments[0]), Path.of(arguments[1])).line());
    }

    static Finding find(FileType claimed, Path file) {
        try {
            return switch (Signature.of(file)) {
                case PDF -> claimed == FileType.PDF ? PdfDocument.inspect(file) : new Unfit(Refusal.OTHER_TYPE);
                case ZIP -> OfficeDocument.inspect(claimed, file);
                case OLE -> new Unfit(OldOfficeFile.refusal(file));
                case JPEG -> claimed == FileType.JPEG ? Picture.inspectJpeg(file) : new Unfit(Refusal.OTHER_TYPE);
                case PNG -> claimed == FileType.PNG ? Picture.inspectPng(file) : new Unfit(Refusal.OTHER_TYPE);
                case OTHER -> new Unfit(Refusal.OTHER_TYPE);
            };
        } catch (UnfitFile unfit) {
            return new Unfit(unfit.refusal());
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // Whatever the readers of these formats stumble over, they stumble over the content
            return new Unfit(Refusal.DAMAGED);
        }
    }
}
