package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.petition.Arrivals;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Pictures that came with a form, for matters that are not public: {@code photo1}, {@code photo2} and so on. */
final class Photos {

    private Photos() {}

    /** @throws Fault.Refused when one is too large, or there are too many */
    static List<MediaRef> of(HttpServletRequest request) throws IOException {
        MultipartHttpServletRequest form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<MultipartFile> files = form == null
                ? List.of()
                : form.getMultiFileMap().values().stream()
                        .flatMap(List::stream)
                        .filter(file -> !file.isEmpty())
                        .toList();
        if (files.size() > Media.MOST) {
            throw Fault.of("attachments-too-many", Media.MOST).refused();
        }
        List<MediaRef> photos = new ArrayList<>();
        for (MultipartFile file : files) {
            if (file.getSize() > Arrivals.MEGABYTES * 1024L * 1024L) {
                throw Fault.of("open311-photo-too-large", Arrivals.MEGABYTES).refused();
            }
            photos.add(new MediaRef(
                    MediaRef.Type.PICTURE, "photo" + (photos.size() + 1), file.getOriginalFilename(), file.getBytes()));
        }
        return photos;
    }
}
