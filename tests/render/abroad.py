"""Invented people who write in other alphabets, and words in all alphabets that libraries meet."""

from __future__ import annotations

from kiosk.resume.dates import PartialDate as On
from kiosk.resume.model import Basics, Education, Language, Location, Resume, Skill, Work

WORDS = {
    "Latin": "José Ñandú Łukasz Škoda Đorđe Þóra Ağaoğlu",
    "Vietnamese": "Nguyễn Thị Ánh Đặng ỹ ợ Hằng",
    "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Олена Ґудзь Сергей Щукин",
    "Hebrew": "שרה כהן מנהלת",
    "Arabic": "محمد عبد الله الأول لأن الاسم",
    "Devanagari": "मीरा क्षत्रिय हिन्दी विद्यार्थी स्त्री",
    "Thai": "สมชาย น้ำ ทำงาน",
    "Simplified": "王小明 门诊 经验",
    "Traditional": "臺灣大學 經驗",
    "Japanese": "山田太郎 カタカナ ひらがな",
    "Korean": "김철수 한국어",
    "Ethiopic": "አበበ በቀለ ኢትዮጵያ",
    "Armenian": "Արմեն",
    "Georgian": "გიორგი",
    "Bengali": "মীরা কি",
    "Tamil": "தமிழ் கொ",
    "Khmer": "ខ្មែរ",
    "Myanmar": "မြန်မာ",
    "Combining": "e\u0323\u0301 Yoru\u0300ba\u0301",
}
FROM_THE_RIGHT = ("Hebrew", "Arabic")

_PEOPLE = {
    "ar": (
        ("ليلى حسن المصري", "مساعدة صيدلي", "صيدلانية من حلب مع خبرة في Excel وخدمة الزبائن."),
        ("صيدلانية", "صيدلية النيل", "حلب"),
        (
            "صرفت 120 وصفة طبية في اليوم",
            "دربت 3 موظفين على Excel 2019 والجرد",
            "رتبت المخزون وفق نظام FIFO للتقليل من التلف، وأعددت تقارير مفصلة للإدارة",
        ),
        ("بكالوريوس", "جامعة حلب"),
        ("العمل الجماعي", "خدمة الزبائن"),
        ("العربية", "اللغة الأم"),
    ),
    "zh": (
        ("王小明", "厨师", "有十年中餐厨房经验，熟悉 Excel 和食品安全。"),
        ("主厨", "老王餐馆", "图森"),
        (
            "每天准备 120 份餐点",
            "培训了 3 名新员工，负责库存管理和采购，同时保证厨房的卫生与安全，连续五年通过检查没有任何扣分",
        ),
        ("高中文凭", "图森高中"),
        ("团队合作", "客户服务"),
        ("中文", "母语"),
    ),
    "ja": (
        ("山田太郎", "調理師", "和食の厨房で10年働き、Excel と衛生管理に慣れています。"),
        ("調理師", "さくら食堂", "ツーソン"),
        (
            "毎日120食を準備しました",
            "新人3名に Excel と発注の仕方を教え、在庫を管理しながら、"
            "厨房をいつも清潔に保ち、五年続けて検査に合格しました",
        ),
        ("高校卒業", "ツーソン高校"),
        ("チームワーク", "接客"),
        ("日本語", "母語"),
    ),
    "ko": (
        ("김철수", "창고 관리자", "물류 창고에서 10년 동안 일했고 Excel을 잘 다룹니다."),
        ("창고 직원", "한빛 물류", "투손"),
        (
            "하루 120개 상자를 포장했습니다",
            "신입 직원 3명을 교육하고 재고를 관리했으며 안전 수칙을 지켜 5년 동안 무사고로 근무했습니다",
        ),
        ("고등학교 졸업", "투손 고등학교"),
        ("협동", "고객 응대"),
        ("한국어", "모국어"),
    ),
    "ru": (
        ("Олена Ковальчук", "Продавец", "Десять лет в торговле. Работаю в Excel."),
        ("Старший продавец", "Магазин «Волна»", "Киев"),
        ("Обслуживала до 120 покупателей в день", "Обучила 3 новых сотрудников"),
        ("Диплом", "Киевский колледж"),
        ("Работа в команде", "Касса"),
        ("Русский", "родной"),
    ),
}


def of(language: str) -> Resume:
    """Return a person who writes a language."""
    (name, label, summary), (position, shop, town), lines, (degree, school), skills, spoken = _PEOPLE[
        language
    ]
    home = Location(city="Tucson", region="AZ")
    basics = Basics(
        name=name,
        label=label,
        summary=summary,
        email="vale@example.org",
        phone="(520) 555-0137",
        location=home,
    )
    there = Work(
        position=position,
        name=shop,
        location=town,
        highlights=lines,
        start_date=On(2016, 4),
        end_date=On(2019, 2),
    )
    here = Work(position=label, name="Vale Shop", location="Tucson, AZ", start_date=On(2020, 4))
    return Resume(
        basics=basics,
        work=(here, there),
        education=(Education(study_type=degree, institution=school, end_date=On(2014, 6)),),
        skills=tuple(Skill(name=skill) for skill in skills),
        languages=(Language(language=spoken[0], fluency=spoken[1]),),
    )
