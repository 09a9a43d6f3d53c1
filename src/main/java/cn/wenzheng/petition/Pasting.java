package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what an operator has copied from a platform on which the city has no account that reads by itself. */
@Component
public class Pasting {

    private final Reception reception;
    private final PastedSources sources;

    Pasting(Reception reception, PastedSources sources) {
        this.reception = reception;
        this.sources = sources;
    }

    /** The same page is one petition: pasted again it is refused with the number it has. */
    @Transactional
    public Receipt enter(Intake intake, Pasted pasted, Actor operator) {
        String link = pasted.link();
        if (link != null) {
            sources.await(link);
            sources.petitionOf(link, intake.idempotencyKey()).ifPresent(earlier -> {
                throw Refusal.conflict("link-pasted-before", earlier);
            });
        }
        Receipt receipt = reception.receive(intake, new Reception.Beside(CameBy.PASTED, List.of()), operator);
        if (!receipt.repeated()) {
            sources.keep(receipt.number(), pasted);
        }
        return receipt;
    }
}
