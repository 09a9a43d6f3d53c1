package cn.wenzheng.petition.web;

import cn.wenzheng.access.RefusedPage;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Deadlines;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.Receipt;
import cn.wenzheng.petition.attachment.Upload;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a citizen speaks; works without JavaScript.
 *
 * <p>The receipt is the answer to the post itself: its query code never stands in an address.
 */
@Controller
class PortalPage {

    /** The first page stays small; more can be added on the tracking page. */
    private static final int PHOTOS = 3;

    private final PetitionDesk desk;
    private final Deadlines deadlines;

    PortalPage(PetitionDesk desk, Deadlines deadlines) {
        this.desk = desk;
        this.deadlines = deadlines;
    }

    @GetMapping("/")
    String ask(Model model) {
        model.addAttribute("form", PortalForm.blank());
        return "petition/portal";
    }

    @PostMapping("/")
    ModelAndView file(
            @ModelAttribute("form") PortalForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo) {
        try {
            Receipt receipt = desk.receive(form.intake(), photos(photo), Actor.citizen(Door.PORTAL));
            return new ModelAndView("petition/receipt")
                    .addObject("receipt", receipt)
                    .addObject(
                            "provisional",
                            receipt.promisedBy() != null
                                    && deadlines.isProvisional(receipt.receivedAt(), receipt.promisedBy()))
                    .addObject("unrepeatable", true);
        } catch (Refusal refusal) {
            return RefusedPage.of("petition/portal", refusal).addObject("form", again(form, refusal));
        }
    }

    private static List<Upload> photos(@Nullable List<MultipartFile> photo) {
        List<Upload> photos = Uploads.of("photo", photo);
        if (photos.size() > PHOTOS) {
            throw Refusal.invalid("photo", "attachments-too-many", PHOTOS);
        }
        return photos;
    }

    /** Everything typed stays; words that met an earlier filing under the same key become a filing of their own. */
    private static PortalForm again(PortalForm form, Refusal refusal) {
        return refusal.kind() == Refusal.Kind.CONFLICT ? form.again() : form;
    }
}
