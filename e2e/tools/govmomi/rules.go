package main

import (
	"context"
	"sort"

	"github.com/vmware/govmomi/find"
	"github.com/vmware/govmomi/vim25/types"
)

// rule keeps machines on different hosts.
type rule struct {
	Name      string   `json:"name"`
	Mandatory bool     `json:"mandatory"`
	Machines  []string `json:"machines"`
}

// rulesOf reads the anti-affinity rules of all compute clusters.
func rulesOf(ctx context.Context, finder *find.Finder, names inventoryNames) ([]rule, error) {
	clusters, err := finder.ClusterComputeResourceList(ctx, "*")
	if err != nil {
		return nil, err
	}
	rules := []rule{}
	for _, cluster := range clusters {
		configured, err := cluster.Configuration(ctx)
		if err != nil {
			return nil, err
		}
		for _, each := range configured.Rule {
			apart, is := each.(*types.ClusterAntiAffinityRuleSpec)
			if !is {
				continue
			}
			machines, err := names.of(ctx, apart.Vm...)
			if err != nil {
				return nil, err
			}
			mandatory := apart.Mandatory != nil && *apart.Mandatory
			rules = append(rules, rule{Name: apart.Name, Mandatory: mandatory, Machines: machines})
		}
	}
	sort.Slice(rules, func(a, b int) bool { return rules[a].Name < rules[b].Name })
	return rules, nil
}
