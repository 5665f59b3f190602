package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/vmware/govmomi"
	"github.com/vmware/govmomi/object"
	"github.com/vmware/govmomi/vim25/types"
)

// inventory is what a vCenter server holds before Terraform runs, by the names that a cluster definition gives.
type inventory struct {
	Datacenter string   `json:"datacenter"`
	Cluster    string   `json:"cluster"`
	Hosts      int      `json:"hosts"`
	Datastores []string `json:"datastores"`
	Networks   []string `json:"networks"`
	Folders    []string `json:"folders"`
	Pools      []string `json:"pools"`
	// Tags by category.
	Tags      map[string]string `json:"tags"`
	Templates []template        `json:"templates"`
}

// seed builds the inventory through the API, as an administrator would.
func seed(ctx context.Context, client *govmomi.Client, wanted inventory, stores string) error {
	root := object.NewRootFolder(client.Client)
	datacenter, err := root.CreateDatacenter(ctx, wanted.Datacenter)
	if err != nil {
		return fmt.Errorf("datacenter %s: %w", wanted.Datacenter, err)
	}
	folders, err := datacenter.Folders(ctx)
	if err != nil {
		return err
	}
	cluster, err := folders.HostFolder.CreateCluster(ctx, wanted.Cluster, types.ClusterConfigSpecEx{
		DrsConfig: &types.ClusterDrsConfigInfo{Enabled: types.NewBool(true)},
	})
	if err != nil {
		return fmt.Errorf("cluster %s: %w", wanted.Cluster, err)
	}
	hosts, err := addHosts(ctx, cluster, wanted.Hosts)
	if err != nil {
		return err
	}
	for _, name := range wanted.Datastores {
		if err := addDatastore(ctx, hosts, name, filepath.Join(stores, name)); err != nil {
			return fmt.Errorf("datastore %s: %w", name, err)
		}
	}
	if err := addNetworks(ctx, folders.NetworkFolder, hosts, wanted.Networks); err != nil {
		return err
	}
	for _, name := range wanted.Folders {
		if _, err := folders.VmFolder.CreateFolder(ctx, name); err != nil {
			return fmt.Errorf("folder %s: %w", name, err)
		}
	}
	pool, err := cluster.ResourcePool(ctx)
	if err != nil {
		return err
	}
	for _, name := range wanted.Pools {
		if _, err := pool.Create(ctx, name, types.DefaultResourceConfigSpec()); err != nil {
			return fmt.Errorf("resource pool %s: %w", name, err)
		}
	}
	for _, template := range wanted.Templates {
		if err := addTemplate(ctx, folders.VmFolder, pool, template); err != nil {
			return fmt.Errorf("template %s: %w", template.Name, err)
		}
	}
	return addTags(ctx, client, wanted.Tags)
}

func addHosts(ctx context.Context, cluster *object.ClusterComputeResource, count int) ([]*object.HostSystem, error) {
	for number := 1; number <= count; number++ {
		spec := types.HostConnectSpec{HostName: fmt.Sprintf("esx-%d.example.com", number), UserName: "root"}
		task, err := cluster.AddHost(ctx, spec, true, nil, nil)
		if err != nil {
			return nil, err
		}
		if _, err := task.WaitForResult(ctx); err != nil {
			return nil, err
		}
	}
	return cluster.Hosts(ctx)
}

// addDatastore makes one datastore that every host of the cluster mounts.
func addDatastore(ctx context.Context, hosts []*object.HostSystem, name, path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return err
	}
	for _, host := range hosts {
		stores, err := host.ConfigManager().DatastoreSystem(ctx)
		if err != nil {
			return err
		}
		if _, err := stores.CreateLocalDatastore(ctx, name, path); err != nil {
			return err
		}
	}
	return nil
}

// addNetworks makes one port group for each name, on one distributed switch of all hosts.
func addNetworks(ctx context.Context, folder *object.Folder, hosts []*object.HostSystem, names []string) error {
	task, err := folder.CreateDVS(ctx, types.DVSCreateSpec{
		ConfigSpec: &types.VMwareDVSConfigSpec{DVSConfigSpec: types.DVSConfigSpec{Name: "switch"}},
	})
	if err != nil {
		return err
	}
	created, err := task.WaitForResult(ctx)
	if err != nil {
		return err
	}
	distributed := object.NewDistributedVirtualSwitch(folder.Client(), created.Result.(types.ManagedObjectReference))
	members := make([]types.DistributedVirtualSwitchHostMemberConfigSpec, 0, len(hosts))
	for _, host := range hosts {
		members = append(members, types.DistributedVirtualSwitchHostMemberConfigSpec{
			Operation: string(types.ConfigSpecOperationAdd),
			Host:      host.Reference(),
		})
	}
	groups := make([]types.DVPortgroupConfigSpec, 0, len(names))
	for _, name := range names {
		groups = append(groups, types.DVPortgroupConfigSpec{Name: name, NumPorts: 256, Type: "earlyBinding"})
	}
	task, err = distributed.Reconfigure(ctx, &types.DVSConfigSpec{Host: members})
	if err != nil {
		return err
	}
	if _, err := task.WaitForResult(ctx); err != nil {
		return err
	}
	task, err = distributed.AddPortgroup(ctx, groups)
	if err != nil {
		return err
	}
	_, err = task.WaitForResult(ctx)
	return err
}
