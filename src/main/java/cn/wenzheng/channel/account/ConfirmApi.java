package cn.wenzheng.channel.account;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.channel.OpenPoints.OpenPoint;
import cn.wenzheng.petition.Channel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The open points over HTTP. */
@RestController
@Tag(name = "channel-accounts")
class ConfirmApi {

    private final ConfirmDesk desk;
    private final MessageSource messages;
    private final CurrentActor current;

    ConfirmApi(ConfirmDesk desk, MessageSource messages, CurrentActor current) {
        this.desk = desk;
        this.messages = messages;
        this.current = current;
    }

    /** @param question in the reader's language, with what is assumed */
    record Point(@Nullable Channel channel, String name, String question, Map<String, Object> settings) {}

    @GetMapping("/api/admin/channels/confirm")
    @Operation(summary = "与平台确认的事项和现在的设置 · What the platforms have to confirm, and what is set")
    List<Point> points() {
        return desk.openPoints(current.get()).stream().map(this::told).toList();
    }

    private Point told(OpenPoint point) {
        String question = messages.getMessage(
                "page.confirm." + point.name(), null, point.name(), LocaleContextHolder.getLocale());
        return new Point(point.channel(), point.name(), String.valueOf(question), point.settings());
    }
}
