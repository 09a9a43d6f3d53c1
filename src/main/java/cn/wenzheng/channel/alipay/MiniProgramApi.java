package cn.wenzheng.channel.alipay;

import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.Receipt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where the page of the mini-program sends its form. */
@RestController
@Tag(name = "channels", description = "渠道 · Channels")
class MiniProgramApi {

    private final MiniProgramDesk desk;

    MiniProgramApi(MiniProgramDesk desk) {
        this.desk = desk;
    }

    /** What the citizen takes away. */
    record Filed(
            String number,
            String queryCode,
            PetitionStatus status,
            Instant receivedAt,
            @Nullable Instant promisedBy) {}

    @Operation(summary = "支付宝小程序提交诉求 · File a petition by the Alipay mini-program")
    @PostMapping("/channels/alipay/{account}/petitions")
    ResponseEntity<Filed> file(@PathVariable String account, @RequestBody Submission submission) {
        Receipt receipt = desk.submit(account, submission);
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/petitions/" + receipt.number()))
                .body(new Filed(
                        receipt.number(),
                        receipt.queryCode(),
                        receipt.status(),
                        receipt.receivedAt(),
                        receipt.promisedBy()));
    }
}
