"""The codes of a record: every closed set of values that a field may have.

`typing.get_args` gives a set's members in their order. docs/record.md tells what each code means.
"""

from typing import Literal

__all__ = [
    "Authority",
    "Bound",
    "Category",
    "CountRole",
    "DateRole",
    "IncidentType",
    "Modifier",
    "Precision",
    "ReportKind",
    "SecondaryDamage",
    "SectionKind",
    "Status",
    "SubjectKind",
    "UnitKind",
    "Vector",
]

# How sure the release is that the data leaked.
Status = Literal["confirmed", "possible", "excluded", "unknown"]

# How a stated number limits the true one.
Bound = Literal["exact", "approx", "at_most", "at_least", "over", "under"]

ReportKind = Literal["initial", "follow_up", "final", "correction"]

SectionKind = Literal[
    "overview", "timeline", "cause", "investigation", "affected_data", "impact", "secondary_damage", "response",
    "notification", "authorities", "prevention", "outlook", "recovery", "business_impact", "request", "disclosure",
    "contact", "faq", "apology", "other",
]  # fmt: skip

Precision = Literal["year", "month", "day", "hour", "minute"]
Modifier = Literal["approx", "before", "after", "early", "mid", "late"]
DateRole = Literal[
    "occurred", "detected", "disclosed", "reported", "contained", "investigated", "restored", "notified",
    "data_period", "other",
]  # fmt: skip

CountRole = Literal["exposed", "compromised", "sent", "misused", "other"]
UnitKind = Literal[
    "people", "records", "accounts", "companies", "messages", "files", "devices", "cards", "households", "other",
]  # fmt: skip

Category = Literal[
    # who
    "name", "name_kana", "nickname", "birth_date", "age", "gender", "nationality", "photo", "family",
    # how to reach them
    "address", "postal_code", "phone", "fax", "email", "contact", "emergency_contact", "social_account",
    # how they sign in
    "user_id", "member_number", "password", "password_hash", "credential", "security_question", "profile",
    # money
    "card", "card_holder", "card_number", "card_expiry", "card_security_code", "bank_account", "payment",
    # official papers
    "my_number", "driver_license", "passport", "insurance_number", "pension_number", "residence_card", "id_document",
    "health", "disability", "sensitive",
    # work and school
    "company_name", "department", "job_title", "employee_id", "salary", "evaluation", "employment", "resume",
    "qualification", "student_id", "school", "grades",
    # what they did
    "order", "delivery", "reservation", "contract", "points", "transaction", "inquiry", "message", "survey",
    "service_usage",
    # what machines and organisations know
    "ip_address", "device", "cookie", "log", "location", "source_code", "file", "business_info", "other",
]  # fmt: skip

SubjectKind = Literal[
    "customer", "member", "employee", "applicant", "student", "patient", "resident", "partner", "shareholder", "other",
]  # fmt: skip

IncidentType = Literal[
    "unauthorized_access", "ransomware", "malware", "phishing", "account_takeover", "web_defacement", "web_skimming",
    "data_theft_insider", "mis_sending", "misconfiguration", "loss", "system_failure", "supply_chain",
    "vulnerability_exploit", "ddos", "impersonation", "other",
]  # fmt: skip
Vector = Literal[
    "vpn", "remote_desktop", "network_device", "web_application", "cloud_service", "email", "stolen_credentials",
    "third_party", "software_supply_chain", "employee", "unknown_vector",
]  # fmt: skip
SecondaryDamage = Literal["none_confirmed", "confirmed", "possible", "unknown"]
Authority = Literal["ppc", "police", "ministry", "jpcert", "ipa", "tse", "other_authority"]
