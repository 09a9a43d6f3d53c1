package cn.wenzheng.channel.account;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators keep the accounts on the channels and see which of them works. */
@Controller
class AccountPages {

    private final ChannelAccountDesk desk;
    private final OrganizationDesk organization;
    private final Placeholders placeholders;
    private final CurrentActor current;

    AccountPages(
            ChannelAccountDesk desk, OrganizationDesk organization, Placeholders placeholders, CurrentActor current) {
        this.desk = desk;
        this.organization = organization;
        this.placeholders = placeholders;
        this.current = current;
    }

    @GetMapping(AccountFilter.ADDRESS)
    ModelAndView accounts(AccountFilter asked) {
        Actor actor = current.get();
        Window window = Window.of(asked.page(), null);
        return page("accounts")
                .addObject("asked", asked)
                .addObject("window", window)
                .addObject("found", desk.page(asked, window, actor))
                .addObject("off", desk.off(actor))
                .addObject("unopened", desk.unopened());
    }

    @GetMapping("/admin/channels/{id}")
    ModelAndView account(@PathVariable String id) {
        AccountSheet sheet = desk.sheet(ChannelAccountApi.idOf(id), current.get());
        return page("account")
                .addObject("sheet", sheet)
                .addObject("settings", placeholders.resolve(sheet.account().settings()));
    }

    private ModelAndView page(String name) {
        return new ModelAndView("channel/account/" + name)
                .addObject("organization", organization)
                .addObject("channels", AccountFields.channels())
                .addObject("fields", AccountFields.all());
    }
}
