package cn.wenzheng.petition.attachment;

import java.util.List;

/** The cleaned files of one request; closing them ends their temporary places. */
public record CleanedFiles(List<CleanedFile> files) implements AutoCloseable {

    public CleanedFiles {
        files = List.copyOf(files);
    }

    /** No file at all. */
    public static CleanedFiles none() {
        return new CleanedFiles(List.of());
    }

    @Override
    public void close() {
        files.forEach(CleanedFile::close);
    }
}
