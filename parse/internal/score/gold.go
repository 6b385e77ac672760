package score

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"example.com/policymodel/policy/lines"
)

// A Document is a policy and its gold annotation.
type Document struct {
	Doc      string `json:"doc"`  // name of the annotation
	File     string `json:"file"` // base name of the text's file
	Language string `json:"language"`
	Text     string `json:"-"`

	About struct { // what the text says of itself; "" if it does not
		Title        string `json:"title"`
		Organisation string `json:"organisation"`
		LegalEntity  string `json:"legal_entity"`
		Updated      string `json:"updated"`
	} `json:"document"`
	Controllers []struct {
		Name    string `json:"name"`
		Country string `json:"country"`
		Region  string `json:"region"`
		Role    string `json:"role"`
		Quote   quotes `json:"quote"`
	} `json:"controllers"`
	Contacts []struct {
		Type   string `json:"type"`
		Value  string `json:"value"`
		Region string `json:"region"`
		Quote  quotes `json:"quote"`
	} `json:"contacts"`
	Transfers struct {
		Destinations []string `json:"destinations"`
		Localisation []string `json:"localisation"`
		Quotes       quotes   `json:"quotes"`
	} `json:"transfers"`
	Children []struct {
		Age   int    `json:"age"`
		Quote quotes `json:"quote"`
	} `json:"children"`
	Facts []struct {
		Facet    lines.Kind `json:"facet"`
		ID       string     `json:"id"`
		Polarity string     `json:"polarity"`
		Region   string     `json:"region"`
		Name     string     `json:"name"`
		Sources  []string   `json:"sources"`
		Quotes   quotes     `json:"quotes"`
	} `json:"facts"`
	Flows []struct {
		Data       []string `json:"data"`
		Sources    []string `json:"sources"`
		Purposes   []string `json:"purposes"`
		Recipients []string `json:"recipients"`
		LegalBases []string `json:"legal_bases"`
		Region     string   `json:"region"`
		Quote      quotes   `json:"quote"`
	} `json:"flows"`
}

// Quotes are verbatim words of a text, but for case and white space. In JSON a
// single quote may stand without its list.
type quotes []string

func (q *quotes) UnmarshalJSON(text []byte) error {
	var one string
	if json.Unmarshal(text, &one) == nil {
		*q = quotes{one}
		return nil
	}
	return json.Unmarshal(text, (*[]string)(q))
}

// Gold reads the annotations in dir/gold, in the order of their file names, and
// their texts in dir/corpus/seeds. It is an error if there are none.
func Gold(dir string) ([]Document, error) {
	files, err := filepath.Glob(filepath.Join(dir, "gold", "*.json"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("score: no annotations in %s", filepath.Join(dir, "gold"))
	}
	docs := make([]Document, len(files))
	for i, file := range files {
		annotation, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(annotation, &docs[i]); err != nil {
			return nil, fmt.Errorf("score: %s: %w", file, err)
		}
		text, err := os.ReadFile(filepath.Join(dir, "corpus", "seeds", docs[i].File))
		if err != nil {
			return nil, err
		}
		docs[i].Text = string(text)
	}
	return docs, nil
}
