package cn.wenzheng.process.engine;

import cn.wenzheng.process.completed.FormKeys;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Everything Cockpit and the auditors need, and nothing a person has typed: a form's answers belong to the rooms.
 *
 * <p>Without it the engine would keep each submitted field twice, as a form property and as a variable's past value.
 */
final class HistoryWithoutForms extends HistoryLevelFull {

    /** Kept in the database from the first start on; the engine's own levels are 0 to 3. */
    private static final int ID = 30;

    @Override
    public int getId() {
        return ID;
    }

    /** The name in {@code camunda.bpm.history-level}. */
    @Override
    public String getName() {
        return "full-without-forms";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object entity) {
        return event != HistoryEventTypes.FORM_PROPERTY_UPDATE && !isOfForm(entity);
    }

    private static boolean isOfForm(@Nullable Object entity) {
        return entity instanceof VariableInstanceEntity variable
                && variable.getName().startsWith(FormKeys.PREFIX);
    }
}
