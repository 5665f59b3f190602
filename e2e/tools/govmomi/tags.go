package main

import (
	"context"
	"fmt"
	"net/url"
	"sort"

	"github.com/vmware/govmomi"
	"github.com/vmware/govmomi/vapi/rest"
	"github.com/vmware/govmomi/vapi/tags"
	"github.com/vmware/govmomi/vim25/mo"
)

// credentials may log in to the simulated server; they are no secret, and worth nothing elsewhere.
var credentials = url.UserPassword("tester", "of-the-simulator")

// tagsManager logs in to the REST API, which tags belong to.
func tagsManager(ctx context.Context, client *govmomi.Client) (*tags.Manager, error) {
	api := rest.NewClient(client.Client)
	if err := api.Login(ctx, credentials); err != nil {
		return nil, err
	}
	return tags.NewManager(api), nil
}

// addTags makes one tag in each category.
func addTags(ctx context.Context, client *govmomi.Client, byCategory map[string]string) error {
	manager, err := tagsManager(ctx, client)
	if err != nil {
		return err
	}
	for category, tag := range byCategory {
		id, err := manager.CreateCategory(ctx, &tags.Category{Name: category, Cardinality: "SINGLE"})
		if err != nil {
			return fmt.Errorf("tag category %s: %w", category, err)
		}
		if _, err := manager.CreateTag(ctx, &tags.Tag{Name: tag, CategoryID: id}); err != nil {
			return fmt.Errorf("tag %s: %w", tag, err)
		}
	}
	return nil
}

func tagsOf(ctx context.Context, manager *tags.Manager, object mo.Reference) ([]string, error) {
	attached, err := manager.GetAttachedTags(ctx, object)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(attached))
	for _, tag := range attached {
		names = append(names, tag.Name)
	}
	sort.Strings(names)
	return names, nil
}
