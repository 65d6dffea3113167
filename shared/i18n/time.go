package i18n

// timeTexts word moments and lengths of time. Numbers are arguments.
var timeTexts = map[string]text{
	"time.day":      {"{2} {1} {0}", "{0}年{1}月{2}日"},           // {0}: year, {1}: month, {2}: day
	"time.exact":    {"{1}, {0}, {2} {3}", "{0}({1}) {2} {3}"}, // {0}: day, {1}: weekday, {2}: 15:04, {3}: zone
	"time.weekday0": {"Sun", "日"},
	"time.weekday1": {"Mon", "月"},
	"time.weekday2": {"Tue", "火"},
	"time.weekday3": {"Wed", "水"},
	"time.weekday4": {"Thu", "木"},
	"time.weekday5": {"Fri", "金"},
	"time.weekday6": {"Sat", "土"},

	"time.now":     {"just now", "たった今"},
	"time.ago":     {"{0} ago", "{0}前"},  // {0}: length
	"time.in":      {"in {0}", "あと {0}"}, // {0}: length
	"time.minute":  {"1 minute", "1 分"},
	"time.minutes": {"{0} minutes", "{0} 分"},
	"time.hour":    {"1 hour", "1 時間"},
	"time.hours":   {"{0} hours", "{0} 時間"},
	"time.one_day": {"1 day", "1 日"},
	"time.days":    {"{0} days", "{0} 日"},
}
