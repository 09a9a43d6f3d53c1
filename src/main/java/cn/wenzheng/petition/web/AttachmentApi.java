package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.petition.AttachmentDesk;
import cn.wenzheng.petition.QueryCodes;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Pictures and documents of a petition: added by the staff, handed out to whoever may see the petition. */
@RestController
@Tag(name = "attachments", description = "附件 · Attachments")
class AttachmentApi {

    private final AttachmentDesk desk;
    private final PetitionActions actions;
    private final QueryCodes codes;
    private final CurrentActor actor;

    AttachmentApi(AttachmentDesk desk, PetitionActions actions, QueryCodes codes, CurrentActor actor) {
        this.desk = desk;
        this.actions = actions;
        this.codes = codes;
        this.actor = actor;
    }

    @Operation(summary = "添加照片或 PDF · Add a picture or a PDF")
    @PostMapping(path = "/api/petitions/{number}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean forCitizen) {
        actions.attach(number, file, forCitizen, actor.get());
    }

    /** With a query code as the petitioner, with a login as the staff; else it does not exist. */
    @Operation(summary = "下载附件 · Download an attachment")
    @GetMapping("/api/petitions/{number}/attachments/{id}")
    ResponseEntity<Resource> download(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String code,
            @RequestHeader(name = "X-Query-Code", required = false) @Nullable String codeHeader,
            HttpServletRequest request) {
        String given = codeHeader == null ? code : codeHeader;
        if (given != null) {
            codes.open(number, given, request.getRemoteAddr());
            return AttachmentAnswer.of(desk.openForCitizen(number, id));
        }
        return AttachmentAnswer.of(desk.open(number, id, actor.get()));
    }

    /** The address that the staff's pages use. */
    @Hidden
    @GetMapping("/petitions/{number}/attachments/{id}")
    ResponseEntity<Resource> show(@PathVariable String number, @PathVariable String id) {
        return AttachmentAnswer.of(desk.open(number, id, actor.get()));
    }
}
