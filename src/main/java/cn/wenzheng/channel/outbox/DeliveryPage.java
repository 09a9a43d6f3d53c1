package cn.wenzheng.channel.outbox;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.DeliveryCommand.ClearStep;
import cn.wenzheng.petition.delivery.DeliveryCommand.RedirectStep;
import cn.wenzheng.petition.delivery.DeliveryCommand.SettleStep;
import cn.wenzheng.petition.delivery.DeliveryState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The answers on their way: what waits for somebody, what fails, what waits by itself, what has arrived. */
@Controller
class DeliveryPage {

    private static final List<Channel> CHANNELS = List.of(
            Channel.WEIBO,
            Channel.WECHAT,
            Channel.ALIPAY,
            Channel.EMAIL,
            Channel.PORTAL,
            Channel.OPERATOR,
            Channel.WEBHOOK);

    private final DeliveryDesk desk;
    private final CurrentActor current;

    DeliveryPage(DeliveryDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/deliveries")
    ModelAndView list(
            @RequestParam(required = false) DeliveryState.@Nullable Group group,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable Integer page) {
        Window window = Window.of(page, null);
        return new ModelAndView("channel/deliveries")
                .addObject("group", group)
                .addObject("groups", DeliveryState.Group.values())
                .addObject("channel", channel)
                .addObject("channels", CHANNELS)
                .addObject("window", window)
                .addObject("counted", DeliveryLines.COUNTED)
                .addObject("lines", desk.list(group, channel, current.get(), window));
    }

    @GetMapping("/deliveries/{id}")
    ModelAndView sheet(@PathVariable String id) {
        Actor actor = current.get();
        DeliveryDesk.Sheet sheet = desk.sheet(id, actor);
        DeliveryState state = sheet.delivery().state();
        boolean decides = actor.hasAny(Role.OPERATOR, Role.PUBLICITY);
        return new ModelAndView("channel/delivery")
                .addObject("line", sheet.delivery())
                .addObject("tries", sheet.tries())
                .addObject("decisions", sheet.decisions())
                .addObject("asks", decides && state.group() == DeliveryState.Group.DECIDE ? state.code() : "")
                .addObject("steps", steps(state))
                .addObject("tryNow", state == DeliveryState.FAILED || state == DeliveryState.HELD)
                .addObject("cancels", decides && !state.isOver());
    }

    /** What can be decided where it stands. */
    private static List<ClosedList> steps(DeliveryState state) {
        return switch (state) {
            case TO_CLEAR -> List.of(ClearStep.values());
            case TO_REDIRECT -> List.of(RedirectStep.values());
            case TO_SETTLE -> List.of(SettleStep.values());
            default -> List.of();
        };
    }
}
