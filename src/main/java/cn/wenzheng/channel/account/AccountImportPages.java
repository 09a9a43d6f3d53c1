package cn.wenzheng.channel.account;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.RefusedPage;
import cn.wenzheng.access.Window;
import cn.wenzheng.access.table.ExportFormat;
import cn.wenzheng.access.table.TableWriter;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where a table of accounts is uploaded, looked at and taken in. */
@Controller
@RequestMapping("/admin/channels/import")
class AccountImportPages {

    private final AccountImports imports;
    private final OrganizationDesk organization;
    private final CurrentActor current;

    AccountImportPages(AccountImports imports, OrganizationDesk organization, CurrentActor current) {
        this.imports = imports;
        this.organization = organization;
        this.current = current;
    }

    @GetMapping
    ModelAndView ask() {
        return new ModelAndView("channel/account/import").addObject("recent", imports.recent(current.get()));
    }

    @PostMapping
    ModelAndView preview(@RequestParam(required = false) @Nullable MultipartFile file) {
        try {
            UUID id = imports.preview(file, current.get());
            return new ModelAndView("redirect:/admin/channels/import/{id}", Map.of("id", id));
        } catch (Refusal refusal) {
            return RefusedPage.again(() -> ask(), Refusal.Kind.INVALID, refusal);
        }
    }

    @GetMapping("/{id}")
    ModelAndView preview(@PathVariable String id, @RequestParam(required = false) @Nullable Integer page) {
        return new ModelAndView("channel/account/preview")
                .addObject("preview", imports.find(AccountImportApi.uuidOf(id), current.get()))
                .addObject("organization", organization)
                .addObject("window", Window.of(page, Window.MOST));
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(@PathVariable String id) {
        try {
            imports.confirm(AccountImportApi.uuidOf(id), current.get());
            return new ModelAndView("redirect:/admin/channels/import/{id}", Map.of("id", id));
        } catch (Refusal refusal) {
            return RefusedPage.again(() -> preview(id, null), Refusal.Kind.CONFLICT, refusal);
        }
    }

    /** A table with the right columns and rows that show how they are filled. */
    @GetMapping("/template")
    ResponseEntity<byte[]> template(@RequestParam(required = false) @Nullable ExportFormat format) {
        ChannelAccountDesk.requireReader(current.get());
        ExportFormat written = format == null ? ExportFormat.XLSX : format;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = written.open(file)) {
            table.row(Stream.concat(AccountTable.REQUIRED.stream(), Stream.of(AccountTable.SETTINGS))
                    .toList());
            String unit = organization.centre().code();
            table.row(List.of("weibo", "example-weibo", unit, "示例发布", "1000000001", "quota=public|push-form=json"));
            table.row(List.of("wechat", "example-wechat", unit, "示例服务号", "wx0000000000000001", "mode=aes"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, written.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("accounts." + written.code())
                                .build()
                                .toString())
                .body(file.toByteArray());
    }
}
