-- The policies and standards that every entry of a catalogue like this may rest on.
INSERT INTO library_document
    (id, kind, title, document_number, issuing_body, summary, issued_on, effective_on, search_text,
     revision)
SELECT gen_random_uuid(), kind, title, number, body, summary, issued, effective,
       lower(concat_ws(E'\n', title, number, body, summary)), 0
FROM (VALUES
    ('POLICY', '政务信息资源共享管理暂行办法', '国发〔2016〕51号', '国务院',
     '政务信息资源分为无条件共享、有条件共享、不予共享三种类型；不予共享的须有法律、行政法规或党中央、国务院政策依据。',
     DATE '2016-09-05', DATE '2016-09-05'),
    ('POLICY', '政务信息资源目录编制指南（试行）', '发改高技〔2017〕1272号', '国家发展改革委、中央网信办',
     '政务信息资源目录的分类、元数据、代码与编制要求。',
     DATE '2017-06-30', DATE '2017-06-30'),
    ('POLICY', '中华人民共和国政府信息公开条例', '国务院令第711号', '国务院',
     '2019年修订，自2019年5月15日起施行。',
     DATE '2019-04-03', DATE '2019-05-15'),
    ('POLICY', '中华人民共和国数据安全法', '主席令第八十四号', '全国人民代表大会常务委员会',
     NULL, DATE '2021-06-10', DATE '2021-09-01'),
    ('POLICY', '中华人民共和国个人信息保护法', '主席令第九十一号', '全国人民代表大会常务委员会',
     NULL, DATE '2021-08-20', DATE '2021-11-01'),
    ('STANDARD', '法人和其他组织统一社会信用代码编码规则', 'GB 32100-2015',
     '国家质量监督检验检疫总局、国家标准化管理委员会', NULL, NULL, DATE '2015-10-01'),
    ('STANDARD', '公民身份号码', 'GB 11643-1999', '国家质量技术监督局',
     NULL, NULL, DATE '1999-07-01'),
    ('STANDARD', '个人基本信息分类与代码 第1部分：人的性别代码', 'GB/T 2261.1-2003',
     '国家质量监督检验检疫总局', NULL, NULL, DATE '2003-12-01')
) AS known (kind, title, number, body, summary, issued, effective);

INSERT INTO code_table
    (id, identifier, name, standard_id, effective_on, search_text, revision)
SELECT gen_random_uuid(), document_number, '人的性别代码', id, effective_on,
       lower(document_number || E'\n' || '人的性别代码'), 0
FROM library_document WHERE document_number = 'GB/T 2261.1-2003';

WITH version AS (
    INSERT INTO code_table_version
        (id, code_table_id, number, label, valid_from, code_count, created_by, created_at)
    SELECT gen_random_uuid(), id, 1, '2003', effective_on, 4, 'system', now()
    FROM code_table WHERE identifier = 'GB/T 2261.1-2003'
    RETURNING id
)
INSERT INTO code_value (version_id, position, code, name)
SELECT version.id, known.position, known.code, known.name
FROM version, (VALUES
    (0, '0', '未知的性别'), (1, '1', '男性'), (2, '2', '女性'), (3, '9', '未说明的性别')
) AS known (position, code, name);

-- The data elements that these standards define; they bear the numbers of their standards.
INSERT INTO data_element
    (id, identifier, name, synonyms, definition, data_type, length, representation,
     code_table_id, standard_id, effective_on, search_text, pairs, revision)
SELECT gen_random_uuid(), known.number, known.name, known.synonyms, known.definition, 'C',
       known.length, known.representation,
       code_table.id, document.id, document.effective_on,
       lower(concat_ws(E'\n', known.number, known.name, known.definition,
           array_to_string(known.synonyms, E'\n'))),
       array(
           SELECT DISTINCT substr(term, start, 2)
           FROM unnest(known.name || known.synonyms) AS term, generate_series(1, length(term) - 1) AS start
       ), 0
FROM (VALUES
    ('GB 32100-2015', '统一社会信用代码', ARRAY['社会信用代码', '统一信用代码'],
     '法人和其他组织的唯一、不变的十八位代码', 18, 'an18'),
    ('GB 11643-1999', '公民身份号码', ARRAY['身份证号码', '居民身份证号码', '身份证号'],
     '公民唯一、终身不变的十八位号码', 18, 'an18'),
    ('GB/T 2261.1-2003', '性别代码', ARRAY['性别'], '人的性别的代码', 1, 'n1')
) AS known (number, name, synonyms, definition, length, representation)
JOIN library_document document ON document.document_number = known.number
LEFT JOIN code_table ON code_table.identifier = known.number;
