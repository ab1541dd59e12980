"""The languages that code is coloured in: their names, their words, how they comment and quote."""

from collections.abc import Mapping
from dataclasses import dataclass

_C_WORDS = (
    "auto break case const continue default do else enum extern for goto if inline register "
    "return sizeof static struct switch typedef union volatile while"
)
_OOP_WORDS = (
    "abstract break case catch class const continue default do else enum extends final finally "
    "for if implements import instanceof interface new package private protected public return "
    "static super switch this throw throws try void volatile while"
)
_SCRIPT_WORDS = (
    "as async await break case catch class const continue debugger default delete do else export "
    "extends finally for from function get if import in instanceof let new of return set static "
    "super switch this throw try typeof var void while with yield"
)


@dataclass(frozen=True, slots=True)
class Language:
    """How a language is written, as far as colours need it.

    `defining` are the keywords that a name of its own follows. `shape` is `code`, or one of the
    other ways to write: `json`, `markup`, `settings`, `style`, `diff`.
    """

    others: str = ""
    words: str = ""
    defining: str = ""
    types: str = ""
    constants: str = "true false null"
    line: tuple[str, ...] = ()
    block: tuple[tuple[str, str], ...] = ()
    quotes: str = "\"'"
    long_quotes: tuple[str, ...] = ()
    shape: str = "code"
    has_case: bool = True


_SLASHES, _STARS, _HASH = ("//",), (("/*", "*/"),), ("#",)

LANGUAGES: Mapping[str, Language] = {
    "python": Language(
        "py python3 py3 ipython x-python",
        "and as assert async await break continue del elif else except finally for from global if "
        "import in is lambda nonlocal not or pass raise return try while with yield",
        "def class",
        "int str float bool list dict set tuple bytes object type self cls",
        "True False None",
        _HASH,
        long_quotes=('"""', "'''"),
    ),
    "javascript": Language(
        "js jsx node mjs cjs",
        _SCRIPT_WORDS,
        "function class",
        "Array Object String Number Boolean Promise Map Set",
        "true false null undefined NaN",
        _SLASHES,
        _STARS,
        "\"'`",
    ),
    "typescript": Language(
        "ts tsx",
        f"{_SCRIPT_WORDS} abstract declare implements keyof namespace private protected public "
        "readonly satisfies",
        "function class interface type enum",
        "string number boolean any unknown never void object Array Promise Record",
        "true false null undefined",
        _SLASHES,
        _STARS,
        "\"'`",
    ),
    "json": Language("jsonl ndjson geojson", shape="json"),
    "yaml": Language("yml", constants="true false null yes no", line=_HASH, shape="settings"),
    "toml": Language("", line=_HASH, shape="settings", long_quotes=('"""', "'''")),
    "ini": Language("cfg conf properties env", line=("#", ";"), shape="settings"),
    "sql": Language(
        "postgresql postgres mysql sqlite x-sql plpgsql tsql",
        "add all alter and as asc begin between by case check column commit constraint cross "
        "database default delete desc distinct drop else end exists foreign from full group "
        "having if in index inner insert intersect into is join key left like limit not offset on "
        "or order outer partition primary references returning right rollback select set then "
        "truncate union unique update using values when where window with",
        "table view function procedure trigger",
        "bigint boolean char date decimal double float int integer json numeric real serial "
        "smallint text time timestamp uuid varchar count sum avg min max coalesce",
        "true false null",
        ("--",),
        _STARS,
        has_case=False,
    ),
    "bash": Language(
        "sh shell zsh console x-sh x-shellscript",
        "case do done elif else esac export fi for if in local readonly return select set shift "
        "source then trap unset until while",
        "function",
        "cd cp cat curl echo grep mkdir mv rm sed awk sudo exit test printf",
        "true false",
        _HASH,
        quotes="\"'`",
    ),
    "powershell": Language(
        "ps1 pwsh",
        "begin break catch continue do else elseif end exit finally for foreach if in param "
        "process return switch throw trap try until while",
        "function class",
        constants="$true $false $null",
        line=_HASH,
        block=(("<#", "#>"),),
        has_case=False,
    ),
    "html": Language("htm xhtml vue svelte", shape="markup"),
    "xml": Language("svg xsd xsl xslt rss plist", shape="markup"),
    "css": Language("scss less", line=(), block=_STARS, shape="style"),
    "c": Language(
        "h x-c",
        _C_WORDS,
        "struct enum union",
        "int char float double long short unsigned signed void size_t bool",
        "NULL true false",
        _SLASHES,
        _STARS,
    ),
    "cpp": Language(
        "c++ cc hpp cxx x-c++",
        f"{_C_WORDS} catch class constexpr delete explicit export final friend mutable namespace "
        "new noexcept operator override private protected public template this throw try typename "
        "using virtual",
        "class struct enum namespace",
        "int char float double long short unsigned signed void size_t bool std string vector",
        "nullptr NULL true false",
        _SLASHES,
        _STARS,
    ),
    "csharp": Language(
        "cs c#",
        f"{_OOP_WORDS} async await base foreach get in internal is lock namespace out override "
        "params readonly ref sealed set using var virtual yield",
        "class interface struct enum record namespace",
        "bool byte char decimal double float int long object short string",
        "true false null",
        _SLASHES,
        _STARS,
    ),
    "java": Language(
        "x-java",
        f"{_OOP_WORDS} assert native permits sealed synchronized transient var yield",
        "class interface enum record",
        "boolean byte char double float int long short String Object List Map",
        "true false null",
        _SLASHES,
        _STARS,
        long_quotes=('"""',),
    ),
    "kotlin": Language(
        "kt kts",
        f"{_OOP_WORDS} as companion data in init inner internal is it lateinit object open "
        "operator override sealed suspend val var when",
        "fun class interface object",
        "Int Long String Boolean Double Float List Map Unit Any",
        "true false null",
        _SLASHES,
        _STARS,
        long_quotes=('"""',),
    ),
    "go": Language(
        "golang",
        "break case chan const continue default defer else fallthrough for go goto if import "
        "interface map package range return select struct switch var",
        "func type",
        "bool byte error float32 float64 int int32 int64 rune string uint uint64 any",
        "true false nil iota",
        _SLASHES,
        _STARS,
        "\"'`",
    ),
    "rust": Language(
        "rs",
        "as async await break const continue crate dyn else extern for if impl in let loop match "
        "mod move mut pub ref return self static super trait unsafe use where while",
        "fn struct enum trait type mod",
        "bool char f32 f64 i8 i16 i32 i64 isize str u8 u16 u32 u64 usize String Vec Option Result "
        "Self Box",
        "true false None Some Ok Err",
        _SLASHES,
        _STARS,
        '"',
    ),
    "ruby": Language(
        "rb x-ruby",
        "alias and begin break case do else elsif end ensure for if in next not or redo rescue "
        "retry return self super then undef unless until when while yield require",
        "def class module",
        constants="true false nil",
        line=_HASH,
    ),
    "php": Language(
        "php3 phtml",
        f"{_OOP_WORDS} and array as echo elseif fn foreach global isset list namespace or require "
        "require_once trait unset use var xor yield",
        "function class interface trait",
        "int float string bool mixed self",
        "true false null",
        ("//", "#"),
        _STARS,
        has_case=False,
    ),
    "swift": Language(
        "",
        "as associatedtype async await break case catch continue default defer do else extension "
        "fallthrough for guard if import in init inout internal is let open override private "
        "public return self static super switch throw throws try var where while",
        "func class struct enum protocol extension",
        "Int String Bool Double Float Array Dictionary Any",
        "true false nil",
        _SLASHES,
        _STARS,
        '"',
        ('"""',),
    ),
    "r": Language(
        "rscript x-r",
        "break else for function if in next repeat return while library require",
        constants="TRUE FALSE NULL NA NaN Inf",
        line=_HASH,
    ),
    "lua": Language(
        "",
        "and break do else elseif end for goto if in local not or repeat return then until while",
        "function",
        constants="true false nil",
        line=("--",),
    ),
    "docker": Language(
        "dockerfile containerfile",
        "ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL "
        "STOPSIGNAL USER VOLUME WORKDIR",
        line=_HASH,
    ),
    "make": Language("makefile mk", "ifeq ifneq else endif include define endef", line=_HASH),
    "diff": Language("patch udiff x-diff x-patch", shape="diff"),
}
"""Every language by its name."""

NAMES: Mapping[str, str] = {
    name: own for own, language in LANGUAGES.items() for name in (own, *language.others.split())
}
"""A language's own name by each of its names."""
