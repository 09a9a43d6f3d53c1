package cn.wenzheng.notice.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.notice.NoticeDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own notices, for programs and for the figure in the head of the pages. */
@RestController
@RequestMapping("/api/notices")
@Tag(name = "notices", description = "通知 · Notices")
class NoticeApi {

    private final NoticeDesk desk;
    private final CurrentActor current;

    NoticeApi(NoticeDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    record Unread(int unread) {}

    @GetMapping
    @Operation(
            summary = "我的通知 · My notices",
            description = "Newest first; with unread=true only those that are not read and not settled.")
    NoticeDesk.Page list(
            @RequestParam(required = false) @Nullable Boolean unread,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return desk.page(current.get(), Boolean.TRUE.equals(unread), Window.of(page, size));
    }

    /** Asked every few seconds by every page that is looked at: one statement, and no further than "many". */
    @GetMapping("/unread")
    @Operation(summary = "未读通知数 · How many are unread", description = "100 stands for more than 99.")
    Unread unread() {
        return new Unread(desk.of(current.get()));
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "一条已读 · Mark one as read")
    void read(@PathVariable String id) {
        desk.read(NoticePage.idOf(id), current.get());
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "全部已读 · Mark all up to now as read")
    void readAll() {
        desk.readAll(current.get());
    }
}
