package cn.wenzheng.channel.batch;

import cn.wenzheng.access.table.TableFormat;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that this node works on now.
 *
 * @param format how the file is written; null until that is found out
 * @param done the rows that an earlier attempt has done
 */
record Claim(
        UUID id,
        UUID holder,
        String uploader,
        byte[] digest,
        boolean backlog,
        @Nullable TableFormat format,
        int done) {

    /** The same row of the same file has the same key, in this import and in any other. */
    String keyOf(int line) {
        return "import-" + HexFormat.of().formatHex(digest) + "-" + line;
    }
}
