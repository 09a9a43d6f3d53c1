package cn.wenzheng.petition.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.wenzheng.city.Photos;
import cn.wenzheng.organization.Refusal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;

/** Whatever people hand in, what is kept is a picture and nothing else. */
class CleaningTest {

    private static final Set<AttachmentType> EVERYTHING = EnumSet.allOf(AttachmentType.class);
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    private final Cleaning cleaning = new Cleaning();

    @Test
    void keepsThePictureAndNothingOfItsNotes() throws Exception {
        byte[] photo = Photos.withPlace();
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(Photos.SECRET, Photos.SCRIPT, "Exif");

        try (CleanedFiles cleaned = clean(photo, "IMG_0001.HEIC", AttachmentType.PICTURES)) {
            CleanedFile file = cleaned.files().get(0);
            String kept = Files.readString(file.path(), StandardCharsets.ISO_8859_1);
            assertThat(file.type()).isEqualTo(AttachmentType.JPEG);
            assertThat(kept).doesNotContain(Photos.SECRET, "Exif", "script");
            assertThat(file.digest())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(photo));
        }
    }

    @Test
    void turnsThePictureAsTheCameraWasHeld() throws IOException {
        try (CleanedFiles cleaned = clean(Photos.withPlace(), null, AttachmentType.PICTURES)) {
            BufferedImage kept = ImageIO.read(cleaned.files().get(0).path().toFile());
            assertThat(kept.getWidth()).isEqualTo(20);
            assertThat(kept.getHeight()).isEqualTo(40);
            // The blue corner was at the upper left before a quarter turn to the right.
            assertThat(new Color(kept.getRGB(17, 3)).getBlue()).isGreaterThan(200);
            assertThat(new Color(kept.getRGB(3, 3)).getRed()).isGreaterThan(200);
        }
    }

    @Test
    void turnsAndMirrorsEveryWayACameraCanBeHeld() {
        BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        // Where the upper left corner goes; source: EXIF 2.3, tag 0x0112.
        double[][] corners = {{0, 0}, {3, 0}, {3, 2}, {0, 2}, {0, 0}, {2, 0}, {2, 3}, {0, 3}};
        for (int code = 1; code <= corners.length; code++) {
            double[] corner = {0, 0};
            new Orientation(code).turn(picture).transform(corner, 0, corner, 0, 1);
            assertThat(corner).as("orientation %d", code).containsExactly(corners[code - 1]);
        }
    }

    @Test
    void keepsNoMoreThanAPageOfPrint() throws IOException {
        try (CleanedFiles cleaned = clean(Photos.png(6000, 1500), null, AttachmentType.PICTURES)) {
            BufferedImage kept = ImageIO.read(cleaned.files().get(0).path().toFile());
            assertThat(kept.getWidth()).isBetween(1280, 2560);
            assertThat(kept.getWidth()).isEqualTo(4 * kept.getHeight());
            assertThat(cleaned.files().get(0).type()).isEqualTo(AttachmentType.PNG);
        }
    }

    @Test
    void refusesAPictureThatWouldFillTheMemory() {
        byte[] bomb = Photos.bomb(50_000);
        assertThat(bomb.length).isLessThan(64 * 1024);
        Refusal refusal = refused(bomb, AttachmentType.PICTURES);
        assertThat(refusal.slug()).isEqualTo("attachment-dimensions");
        assertThat(refusal.arguments()).startsWith(50_000, 50_000);
    }

    @ParameterizedTest
    @CsvSource({"7072,attachment-dimensions", "12001,attachment-dimensions"})
    void refusesByPointsAndBySide(int side, String slug) {
        assertThat(refused(Photos.bomb(side), AttachmentType.PICTURES).slug()).isEqualTo(slug);
    }

    @Test
    void refusesAPictureMadeToKeepTheDecoderBusy() {
        assertThat(refused(Photos.withScans(10_000), AttachmentType.PICTURES).slug())
                .isEqualTo("attachment-unreadable");
    }

    @Test
    void believesNoNameAndNoEnding() {
        byte[] page = "<!doctype html><html><body><script>alert(1)</script></body></html>".getBytes();
        assertThat(refused(page, AttachmentType.PICTURES).slug()).isEqualTo("attachment-not-a-picture");
        assertThat(refused(page, EVERYTHING).slug()).isEqualTo("attachment-type-unknown");
        assertThat(refused(PDF, AttachmentType.PICTURES).slug()).isEqualTo("attachment-not-a-picture");
    }

    @Test
    void refusesWhatIsEmptyTooLargeOrBroken() {
        assertThat(refused(new byte[0], AttachmentType.PICTURES).slug()).isEqualTo("attachment-empty");
        assertThat(refused(new byte[10 * 1024 * 1024 + 1], AttachmentType.PICTURES)
                        .slug())
                .isEqualTo("attachment-too-large");
        byte[] half = Arrays.copyOf(Photos.png(400, 400), 60);
        assertThat(refused(half, AttachmentType.PICTURES).slug()).isEqualTo("attachment-unreadable");
    }

    @Test
    void namesTheFieldItRefuses() {
        assertThat(refused(new byte[0], AttachmentType.PICTURES).field()).isEqualTo("photo");
    }

    @Test
    void leavesNothingBehindWhenOneOfManyIsRefused() {
        Upload good = upload(Photos.jpeg(20, 20), "a.jpg");
        Upload bad = upload(new byte[] {1, 2, 3}, "b.jpg");
        long before = temporaryFiles();
        assertThat(catchThrowableOfType(Refusal.class, () -> cleaning.all(List.of(good, bad), AttachmentType.PICTURES)))
                .isNotNull();
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void keepsADocumentOfTheStaffAsItIs() throws IOException {
        try (CleanedFiles cleaned = clean(PDF, "现场记录.pdf", EVERYTHING)) {
            CleanedFile file = cleaned.files().get(0);
            assertThat(file.type()).isEqualTo(AttachmentType.PDF);
            assertThat(Files.readAllBytes(file.path())).isEqualTo(PDF);
            assertThat(file.label()).isEqualTo("现场记录.pdf");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd",
                "C:\\Users\\王\\照片.jpg|照片.jpg",
                "..|",
                "a<b>\"c\".pdf|a_b__c_.pdf",
                "rep\u202Efdp.exe|repfdp.exe",
                ".hidden|hidden"
            })
    void leavesOfANameOnlyTheName(String name, String label) {
        assertThat(Label.of(name)).isEqualTo(label);
    }

    @Test
    void cutsALongName() {
        assertThat(Label.of("长".repeat(300))).hasSize(100);
        assertThat(Label.of("a\u0000b\nc.pdf")).isEqualTo("abc.pdf");
        assertThat(Label.of(null)).isNull();
    }

    private CleanedFiles clean(byte[] content, String name, Set<AttachmentType> allowed) {
        return cleaning.all(List.of(upload(content, name)), allowed);
    }

    private Refusal refused(byte[] content, Set<AttachmentType> allowed) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> clean(content, "photo.jpg", allowed));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Upload upload(byte[] content, String name) {
        return new Upload("photo", name, content.length, new ByteArrayResource(content));
    }

    private static long temporaryFiles() {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".attachment"))
                    .count();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
