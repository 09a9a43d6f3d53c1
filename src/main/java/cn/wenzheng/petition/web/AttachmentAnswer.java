package cn.wenzheng.petition.web;

import cn.wenzheng.petition.AttachmentDesk;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An attachment as an answer: a picture may be shown where it stands, a document is only saved. */
final class AttachmentAnswer {

    private AttachmentAnswer() {}

    static ResponseEntity<Resource> of(AttachmentDesk.Opened opened) {
        ContentDisposition disposition = (opened.type().isPicture()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(opened.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(opened.type().code()))
                .contentLength(opened.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new InputStreamResource(opened.bytes()));
    }
}
