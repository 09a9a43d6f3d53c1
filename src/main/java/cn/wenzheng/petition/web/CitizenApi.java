package cn.wenzheng.petition.web;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.petition.CitizenActs;
import cn.wenzheng.petition.QueryCodes;
import cn.wenzheng.petition.Rating;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What a petitioner does with his petition, opened by its query code in a header or as {@code ?code=}. */
@RestController
@Tag(name = "citizen", description = "诉求人 · The petitioner")
@RequestMapping("/api/petitions/{number}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class CitizenApi {

    private static final String CODE = "X-Query-Code";

    private static final Actor CITIZEN = Actor.citizen(Door.PORTAL);

    private final QueryCodes codes;
    private final CitizenActs acts;

    CitizenApi(QueryCodes codes, CitizenActs acts) {
        this.codes = codes;
        this.acts = acts;
    }

    /** Why a petition is taken back, if the petitioner says so. */
    record Withdrawal(@Nullable String reason) {}

    @Operation(summary = "补充、回答提问或提出异议 · Add words, answer a question, or object to a refusal")
    @PostMapping(
            path = {"/add", "/replies"},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    void add(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String code,
            @RequestHeader(name = CODE, required = false) @Nullable String codeHeader,
            @RequestBody Words words,
            HttpServletRequest request) {
        open(number, code, codeHeader, request);
        acts.add(number, words.text(), List.of(), CITIZEN);
    }

    @Operation(summary = "补充文字和照片 · Add words and photos")
    @PostMapping(
            path = {"/add", "/replies"},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void addWithPhotos(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String code,
            @RequestHeader(name = CODE, required = false) @Nullable String codeHeader,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            HttpServletRequest request) {
        open(number, code, codeHeader, request);
        acts.add(number, text, Uploads.of("photo", photo), CITIZEN);
    }

    @Operation(summary = "诉求人催单 · The petitioner urges")
    @PostMapping("/urge")
    void urge(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String code,
            @RequestHeader(name = CODE, required = false) @Nullable String codeHeader,
            HttpServletRequest request) {
        open(number, code, codeHeader, request);
        acts.urge(number, CITIZEN);
    }

    @Operation(summary = "诉求人评价 · The petitioner rates")
    @PostMapping("/rate")
    void rate(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String code,
            @RequestHeader(name = CODE, required = false) @Nullable String codeHeader,
            @RequestBody Rating rating,
            HttpServletRequest request) {
        open(number, code, codeHeader, request);
        acts.rate(number, rating, CITIZEN);
    }

    @Operation(summary = "诉求人撤单 · The petitioner withdraws")
    @PostMapping("/withdraw")
    void withdraw(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String code,
            @RequestHeader(name = CODE, required = false) @Nullable String codeHeader,
            @RequestBody(required = false) @Nullable Withdrawal withdrawal,
            HttpServletRequest request) {
        open(number, code, codeHeader, request);
        acts.withdraw(number, withdrawal == null ? null : withdrawal.reason(), CITIZEN);
    }

    private void open(String number, @Nullable String code, @Nullable String codeHeader, HttpServletRequest request) {
        codes.open(number, codeHeader == null ? code : codeHeader, request.getRemoteAddr());
    }

    /** Words from the petitioner. */
    record Words(@Nullable String text) {}
}
