package cn.wenzheng.petition.web;

import cn.wenzheng.petition.attachment.Upload;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of a form. A browser sends an empty one without a name where nobody has chosen any. */
final class Uploads {

    private Uploads() {}

    static List<Upload> of(String field, @Nullable List<MultipartFile> files) {
        if (files == null) {
            return List.of();
        }
        return files.stream()
                .filter(file -> !file.isEmpty() || named(file))
                .map(file -> new Upload(field, file.getOriginalFilename(), file.getSize(), file))
                .toList();
    }

    private static boolean named(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name != null && !name.isBlank();
    }
}
