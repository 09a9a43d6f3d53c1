package cn.wenzheng.triage.model;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** The versions of the model over HTTP. */
@RestController
@RequestMapping("/api/triage/models")
@Tag(name = "triage-models", description = "分类模型 · The model of topics")
class ModelApi {

    private final ModelDesk desk;
    private final CurrentActor current;

    ModelApi(ModelDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    /** @param id the version under which a training can be followed */
    record Asked(long id) {}

    @GetMapping
    @Operation(summary = "全部版本，新的在前 · All versions, newest first")
    Listing<ModelVersion> versions(
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return desk.versions(Window.of(page, size), current.get());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一个版本，也就是它的训练进度 · One version, and how far its training has come")
    ModelVersion version(@PathVariable String id) {
        return desk.version(id, current.get());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "用已分类的历史文件训练：text 写诉求内容的列（先标题后正文，默认 title,text），label 写分类的列（默认 label）"
                    + " · Train from a labelled file: text names the columns with the words, the title first (title,text by"
                    + " default), label the column with the topic (label by default)")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked train(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable List<String> text,
            @RequestParam(required = false) @Nullable String label) {
        return new Asked(desk.askFromFile(file, text, label, current.get()));
    }

    @PostMapping("/retrain")
    @Operation(summary = "用本市的决定重新训练 · Train anew from what the city has decided")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Asked retrain() {
        return new Asked(desk.ask(current.get()));
    }

    @PostMapping("/roll-back")
    @Operation(summary = "退回上一个版本 · Go back to the version before")
    Asked rollBack() {
        return new Asked(desk.rollBack(current.get()));
    }

    @PostMapping("/{id}/activate")
    @Operation(summary = "启用一个版本 · Put a version to use")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activate(@PathVariable String id) {
        desk.activate(id, current.get());
    }
}
