package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.CameBy;
import cn.wenzheng.petition.EarlierPetitions;
import cn.wenzheng.petition.PastedFrom;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.Receipt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Telephone and visits over HTTP, for a call centre's own desk. */
@RestController
@Tag(name = "petitions", description = "诉求 · Petitions")
@RequestMapping("/api/petitions")
class EntryApi {

    private final EntryCounter counter;
    private final EarlierPetitions earlier;
    private final CurrentActor current;

    EntryApi(EntryCounter counter, EarlierPetitions earlier, CurrentActor current) {
        this.counter = counter;
        this.earlier = earlier;
        this.current = current;
    }

    /**
     * What the operator writes down.
     *
     * @param platform where pasted words stand; needed when {@code cameBy} is {@code pasted}
     * @param link the page they stand on: the same page again is refused with the number it has
     * @param author the name shown there
     */
    record Entry(
            @Nullable CameBy cameBy,
            @Nullable PetitionKind kind,
            @Nullable String title,
            @Nullable String text,
            @Nullable String address,
            Filing.@Nullable PetitionerFields petitioner,
            @Nullable Boolean hideIdentity,
            @Nullable PastedFrom platform,
            @Nullable String link,
            @Nullable String author,
            @Nullable Instant saidAt) {

        EntryForm withKey(@Nullable String key) {
            return new EntryForm(
                    key,
                    Limits.required("cameBy", cameBy),
                    kind,
                    title,
                    text,
                    address,
                    petitioner == null ? null : petitioner.name(),
                    petitioner == null ? null : petitioner.phone(),
                    petitioner == null ? null : petitioner.email(),
                    hideIdentity,
                    platform,
                    link,
                    author,
                    saidAt == null ? null : saidAt.toString());
        }
    }

    record ContactFields(@Nullable String phone, @Nullable String email) {}

    @Operation(summary = "登记来电来访，或粘贴平台上的话 · Enter a call or a visit, or paste words from a platform")
    @PostMapping("/new")
    ResponseEntity<PetitionApi.Filed> enter(
            @RequestBody Entry entry,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey) {
        Actor operator = current.get();
        if (!operator.has(Role.OPERATOR)) {
            throw Refusal.forbidden("role-never-may");
        }
        Receipt receipt = counter.enter(entry.withKey(idempotencyKey), operator);
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/petitions/" + receipt.number()))
                .body(PetitionApi.Filed.of(receipt));
    }

    @Operation(summary = "同一联系方式以前的诉求 · Earlier petitions of the same contact")
    @PostMapping("/earlier")
    EarlierPetitions.Found earlier(@RequestBody ContactFields contact) {
        return earlier.of(contact.phone(), contact.email(), current.get());
    }
}
