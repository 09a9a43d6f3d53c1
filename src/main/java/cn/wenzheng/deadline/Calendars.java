package cn.wenzheng.deadline;

/** The calendars of the city: each unit works by its own, or by that of the layer above it. */
interface Calendars {

    /** When a unit works; the centre's code asks for the city's own time. */
    WorkingTime of(String unit);
}
