package cn.wenzheng.petition.attachment;

import cn.wenzheng.organization.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts how often a JPEG goes over its picture. A camera does so up to a dozen times; a file made to keep the decoder
 * busy for hours does so ten thousand times in as many bytes.
 */
final class Scans {

    private static final int MOST = 64;

    private static final int MARKER = 0xFF;
    private static final int START_OF_SCAN = 0xDA;

    private Scans() {}

    static void check(Path original, String field) throws IOException {
        int scans = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(original))) {
            int before = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                scans += before == MARKER && next == START_OF_SCAN ? 1 : 0;
                before = next;
            }
        }
        if (scans > MOST) {
            throw Refusal.invalid(field, "attachment-unreadable");
        }
    }
}
