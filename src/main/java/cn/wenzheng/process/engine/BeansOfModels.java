package cn.wenzheng.process.engine;

import cn.wenzheng.process.task.PetitionTimers;
import org.camunda.bpm.engine.spring.ApplicationContextElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Finds the beans that our models name before it looks among process variables.
 *
 * <p>The engine alone would first read all variables up to the petition's own, two statements at each timer, only to see
 * that none is called {@code urgeHolder}; and whoever could set a variable of that name would put himself in its place.
 */
final class BeansOfModels extends SpringExpressionManager {

    private static final String ROOM = PetitionTimers.class.getPackageName();

    BeansOfModels(ApplicationContext beans) {
        super(beans);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new OfModels(applicationContext));
        resolvers.add(super.createElResolver());
        return resolvers;
    }

    /** Answers for no other bean, so that a variable may be called as one is. */
    private static final class OfModels extends ApplicationContextElResolver {

        OfModels(ApplicationContext beans) {
            super(beans);
        }

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            return base == null && isOfModels(property.toString()) ? super.getValue(context, null, property) : null;
        }

        private boolean isOfModels(String name) {
            Class<?> type = applicationContext.containsBean(name) ? applicationContext.getType(name) : null;
            return type != null && type.getPackageName().equals(ROOM);
        }
    }
}
