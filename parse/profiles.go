package parse

// The built-in profiles.
var (
	dji = &Profile{
		Name:         "dji",
		Organisation: "DJI",
		Entities:     []string{"SZ DJI Technology Co., Ltd.", "DJI GmbH", "DJI Europe B.V."},
		Products:     []string{"SkyPixel", "DJI Fly", "DJI GO", "AeroScope", "RoboMaster"},
		Domains:      []string{"dji.com", "skypixel.com"},
	}
	xiaomi = &Profile{
		Name:         "xiaomi",
		Organisation: "Xiaomi",
		Entities: []string{
			"Xiaomi Singapore Pte. Ltd.", "Xiaomi Technology Netherlands B.V.", "Xiaomi Communications Co., Ltd.",
			"Xiaomi Technology India Private Limited",
		},
		Products: []string{"MIUI", "Mi Account", "Mi Community", "Mi Talk", "Xiaomi Cloud"},
		Domains:  []string{"mi.com", "miui.com", "xiaomi.com"},
	}
	kaios = &Profile{
		Name:         "kaios",
		Organisation: "KaiOS",
		Aliases:      []string{"Kai"},
		Entities:     []string{"KAI OS TECHNOLOGIES (HONG KONG) LIMITED"},
		Domains:      []string{"kaiostech.com"},
	}
)
