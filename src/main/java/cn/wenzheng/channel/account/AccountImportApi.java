package cn.wenzheng.channel.account;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Sentences;
import cn.wenzheng.petition.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The import of accounts over HTTP: look first, then confirm. */
@RestController
@RequestMapping("/api/admin/channels/import")
@Tag(name = "channel-accounts")
class AccountImportApi {

    private final AccountImports imports;
    private final CurrentActor current;
    private final Sentences sentences;

    AccountImportApi(AccountImports imports, CurrentActor current, Sentences sentences) {
        this.imports = imports;
        this.current = current;
        this.sentences = sentences;
    }

    /** @param reason a sentence in the reader's language */
    record Problem(int line, String reason) {}

    record Change(int line, Channel channel, String code, boolean isNew, Map<String, String> facts) {}

    record Preview(
            AccountImportRows.About about,
            long created,
            long changed,
            int unchanged,
            List<Change> changes,
            List<Problem> problems) {}

    record Applied(long created, long changed, int unchanged) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "上传账号表格，先看预览 · Upload a table of accounts and see what it would change")
    @ResponseStatus(HttpStatus.CREATED)
    Preview preview(@RequestParam(required = false) @Nullable MultipartFile file) {
        return told(imports.find(imports.preview(file, current.get()), current.get()));
    }

    @GetMapping
    @Operation(summary = "最近的账号导入 · The latest imports of accounts")
    Listing<AccountImportRows.About> recent() {
        List<AccountImportRows.About> recent = imports.recent(current.get());
        return new Listing<>(recent, recent.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "预览：会改变什么，哪里有错 · What it would change now, and what is wrong with it")
    Preview find(@PathVariable String id) {
        return told(imports.find(uuidOf(id), current.get()));
    }

    @PostMapping("/{id}/confirm")
    @Operation(summary = "确认导入，全部进入或者一行也不进入 · Take it in, all of it or nothing")
    Applied confirm(@PathVariable String id) {
        AccountPlan plan = imports.confirm(uuidOf(id), current.get());
        return new Applied(plan.created(), plan.changed(), plan.unchanged());
    }

    private Preview told(AccountImports.Preview preview) {
        AccountPlan plan = preview.plan();
        return new Preview(
                preview.about(),
                plan.created(),
                plan.changed(),
                plan.unchanged(),
                plan.changes().stream()
                        .map(change -> new Change(
                                change.line(), change.channel(), change.code(), change.isNew(), change.facts()))
                        .toList(),
                plan.problems().stream()
                        .map(problem -> new Problem(
                                problem.line(), sentences.of(problem.reason(), LocaleContextHolder.getLocale())))
                        .toList());
    }

    /** What names no import gets an id that none has, so that who may not ask hears that first. */
    static UUID uuidOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unknown) {
            return new UUID(0, 0);
        }
    }
}
