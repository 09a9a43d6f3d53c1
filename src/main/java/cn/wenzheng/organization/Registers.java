package cn.wenzheng.organization;

import org.springframework.stereotype.Component;

/** Where the rows of an import go, each as if it had been changed by hand. */
@Component
class Registers {

    final UnitRegister units;
    final PersonChanges people;
    final TopicRegister topics;
    final DutyRegister duties;

    Registers(UnitRegister units, PersonChanges people, TopicRegister topics, DutyRegister duties) {
        this.units = units;
        this.people = people;
        this.topics = topics;
        this.duties = duties;
    }
}
