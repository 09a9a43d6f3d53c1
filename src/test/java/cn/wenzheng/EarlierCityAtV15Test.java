package cn.wenzheng;

import org.springframework.test.context.ContextConfiguration;

/** A city of the release whose last migration is V15. */
@ContextConfiguration(initializers = EarlierCityAtV15Test.AtV15.class, inheritInitializers = false)
class EarlierCityAtV15Test extends EarlierCityTest {

    @Override
    int slips() {
        return 1;
    }

    static final class AtV15 extends Earlier {

        AtV15() {
            super("/earlier/city-at-v15.sql.gz");
        }
    }
}
