package cn.wenzheng.city;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A form with files on its way to the product. */
public final class Upload {

    static final String BOUNDARY = "----wenzheng";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    public Upload field(String name, String value) {
        part(name, "").writeBytes(value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Upload file(String name, String fileName, byte[] content) {
        part(name, "; filename=\"" + fileName + "\"\r\nContent-Type: image/jpeg")
                .writeBytes(content);
        return this;
    }

    /** The same file so many times. */
    public Upload files(String name, byte[] content, int times) {
        for (int n = 0; n < times; n++) {
            file(name, n + ".jpg", content);
        }
        return this;
    }

    private ByteArrayOutputStream part(String name, String more) {
        String head =
                "\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
        parts.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        return parts;
    }

    BodyPublisher body() {
        return BodyPublishers.ofByteArrays(List.of(parts.toByteArray(), end()));
    }

    /** The form with so many megabytes more in its last file, and how long it is in all; never in memory at once. */
    public BodyPublisher withMegabytes(int megabytes) {
        byte[] begun = parts.toByteArray();
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        long length = begun.length + (long) megabytes * megabyte.length + end().length;
        List<InputStream> all = new ArrayList<>();
        all.add(new ByteArrayInputStream(begun));
        for (int n = 0; n < megabytes; n++) {
            all.add(new ByteArrayInputStream(megabyte));
        }
        all.add(new ByteArrayInputStream(end()));
        InputStream stream = new SequenceInputStream(Collections.enumeration(all));
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> stream), length);
    }

    /** How such a form says what it is. */
    public static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    private static byte[] end() {
        return ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
