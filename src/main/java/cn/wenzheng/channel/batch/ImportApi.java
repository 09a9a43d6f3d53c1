package cn.wenzheng.channel.batch;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The file import over HTTP. */
@RestController
@Tag(name = "import", description = "文件导入 · File import")
class ImportApi {

    private final BatchDesk desk;
    private final CurrentActor actor;

    ImportApi(BatchDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /** @param id under which the import can be followed */
    record Started(String id) {}

    @Operation(summary = "导入文件 · Take a file of petitions in")
    @PostMapping(path = "/api/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started start(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) Import.@Nullable Mode mode) {
        return new Started(desk.start(file, mode == null ? Import.Mode.LIVE : mode, actor.get()));
    }

    @Operation(summary = "最近的导入 · The latest imports")
    @GetMapping("/api/import")
    Listing<Import> recent() {
        List<Import> recent = desk.recent(actor.get());
        return new Listing<>(recent, recent.size());
    }

    @Operation(summary = "导入进度 · How far an import has come")
    @GetMapping("/api/import/{id}")
    Import status(@PathVariable String id) {
        return desk.status(id, actor.get());
    }
}
