package cn.wenzheng.petition.web;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.Pasting;
import cn.wenzheng.petition.PetitionDesk;
import cn.wenzheng.petition.Receipt;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Brings what an operator has entered, by the page or by a program, to where it is taken in. */
@Component
class EntryCounter {

    private final PetitionDesk desk;
    private final Pasting pasting;
    private final Clock clock;

    EntryCounter(PetitionDesk desk, Pasting pasting, Clock clock) {
        this.desk = desk;
        this.pasting = pasting;
        this.clock = clock;
    }

    Receipt enter(EntryForm form, Actor operator) {
        return form.isPasted()
                ? pasting.enter(form.intake(clock), form.pasted(clock), operator)
                : desk.enter(form.intake(clock), form.way(), operator);
    }
}
