-- What a city begins with: the country's calendar with the one plan that is published, and its own plain week.

INSERT INTO calendar (code, kind, zh, en, parent, inherits_days) VALUES
    ('national', 'NATIONAL', '全国', 'National', NULL, true),
    ('city', 'CITY', '全市', 'City', 'national', true);

-- Monday to Friday, 09:00 to 12:00 and 14:00 to 18:00.
INSERT INTO calendar_hours (calendar, valid_from, weekdays, periods) VALUES
    ('city', '2000-01-01', '{1,2,3,4,5}', '{540,720,840,1080}');

-- Source: General Office of the State Council, notice 国办发明电〔2025〕7号 of 4 November 2025.
INSERT INTO calendar_plan (calendar, year, papers, loaded_by) VALUES
    ('national', 2026, '{https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm}', 'system');

INSERT INTO calendar_day (calendar, day, kind, name, notice, notice_date, compulsory) VALUES
    ('national', '2026-01-01', 'OFF', '元旦', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-01-02', 'OFF', '元旦', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-01-03', 'OFF', '元旦', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-01-04', 'WORK', '元旦', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-14', 'WORK', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-15', 'OFF', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-16', 'OFF', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-17', 'OFF', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-18', 'OFF', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-19', 'OFF', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-20', 'OFF', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-21', 'OFF', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-22', 'OFF', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-23', 'OFF', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-02-28', 'WORK', '春节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-04-04', 'OFF', '清明节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-04-05', 'OFF', '清明节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-04-06', 'OFF', '清明节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-05-01', 'OFF', '劳动节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-05-02', 'OFF', '劳动节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-05-03', 'OFF', '劳动节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-05-04', 'OFF', '劳动节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-05-05', 'OFF', '劳动节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-05-09', 'WORK', '劳动节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-06-19', 'OFF', '端午节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-06-20', 'OFF', '端午节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-06-21', 'OFF', '端午节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-09-20', 'WORK', '国庆节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-09-25', 'OFF', '中秋节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-09-26', 'OFF', '中秋节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-09-27', 'OFF', '中秋节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-10-01', 'OFF', '国庆节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-10-02', 'OFF', '国庆节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-10-03', 'OFF', '国庆节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-10-04', 'OFF', '国庆节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-10-05', 'OFF', '国庆节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-10-06', 'OFF', '国庆节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-10-07', 'OFF', '国庆节', '国办发明电〔2025〕7号', '2025-11-04', false),
    ('national', '2026-10-10', 'WORK', '国庆节', '国办发明电〔2025〕7号', '2025-11-04', false);
